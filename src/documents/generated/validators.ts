// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.
// @ts-nocheck
import type { DocumentName } from '../documents.js';
import { isList, isListOfIntegers, isListOfNumbers, isRecord } from '../kinds.js';
import type { CompiledValidator } from '../validate.js';

const start = validate0;
const schema0 = {"kind":"object","$defs":{"CalculatedEventProjection":{"kind":"object","properties":{"calculation":{"$ref":"#/$defs/Calculation"},"field":{"kind":"string"},"location":{"kind":"string","const":"event"},"stream":{"kind":"string"},"type":{"kind":"string","const":"calculated"}},"required":["calculation","field","location","stream","type"]},"Calculation":{"kind":"object","properties":{"args":{"kind":"array","items":{}},"callable":{"kind":"string"},"kwargs":{"kind":"object","additionalProperties":true}},"required":["callable"],"additionalProperties":true},"ConfigurationProjection":{"kind":"object","properties":{"config_device":{"kind":"string"},"config_index":{"kind":"integer"},"field":{"kind":"string"},"location":{"kind":"string","const":"configuration"},"stream":{"kind":"string"},"type":{"kind":"string","const":"linked"}},"required":["config_device","config_index","field","location","stream","type"]},"DataType":{"if":{"kind":"object"},"then":{"patternProperties":{"^([^./]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false}},"Hints":{"kind":"object","properties":{"dimensions":{"kind":"array of other values","items":{"kind":"array of other values","items":{"anyOf":[{"kind":"array of other values","items":{"kind":"string"}},{"kind":"string"}]}}}},"additionalProperties":true},"LinkedEventProjection":{"kind":"object","properties":{"field":{"kind":"string"},"location":{"kind":"string","const":"event"},"stream":{"kind":"string"},"type":{"kind":"string","const":"linked"}},"required":["field","location","stream","type"]},"Projections":{"kind":"object","properties":{"configuration":{"kind":"object","additionalProperties":true},"name":{"kind":"string"},"projection":{"kind":"object","additionalProperties":{"anyOf":[{"$ref":"#/$defs/ConfigurationProjection"},{"$ref":"#/$defs/LinkedEventProjection"},{"$ref":"#/$defs/CalculatedEventProjection"},{"$ref":"#/$defs/StaticProjection"}]}},"version":{"kind":"string"}},"required":["configuration","projection","version"]},"StaticProjection":{"kind":"object","properties":{"type":{"kind":"string","const":"static"},"value":{}},"required":["type","value"]}},"properties":{"data_groups":{"kind":"array of other values","items":{"kind":"string"}},"data_session":{"kind":"string"},"data_type":{"$ref":"#/$defs/DataType"},"group":{"kind":"string"},"hints":{"$ref":"#/$defs/Hints","if":{"kind":"object"},"then":{"patternProperties":{"^([^.]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false}},"owner":{"kind":"string"},"project":{"kind":"string"},"projections":{"kind":"array of other values","items":{"$ref":"#/$defs/Projections"}},"sample":{"anyOf":[{"kind":"object","additionalProperties":true},{"kind":"string"}]},"scan_id":{"kind":"integer"},"time":{"kind":"number"},"uid":{"kind":"string"}},"required":["time","uid"],"patternProperties":{"^([^./]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false,"$id":"start"};
const func0 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^([^./]+)\\n?$", "u");
const pattern3 = new RegExp("^([^.]+)\\n?$", "u");
const wrapper0 = {validate: validate1};

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!isRecord(data)){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs3 = errors;
for(const key0 in data){
if(!(pattern0.test(key0))){
validate1.errors = [{instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
var valid1 = true;
for(const key1 in data){
if(pattern0.test(key1)){
const _errs4 = errors;
if(!(wrapper0.validate(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
}
var _valid0 = _errs2 === errors;
valid0 = _valid0;
if(valid0){
var props1 = true;
}
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate1.errors = vErrors;
return false;
}
validate1.errors = vErrors;
evaluated0.props = props1;
return errors === 0;
}
validate1.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate5.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate5.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.calculation === undefined) && (missing0 = "calculation")) || ((data.field === undefined) && (missing0 = "field"))) || ((data.location === undefined) && (missing0 = "location"))) || ((data.stream === undefined) && (missing0 = "stream"))) || ((data.type === undefined) && (missing0 = "type"))){
validate5.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.calculation !== undefined){
let data0 = data.calculation;
const _errs0 = errors;
const _errs1 = errors;
if(!isRecord(data0)){
validate5.errors = [{instancePath:instancePath+"/calculation",schemaPath:"#/$defs/Calculation/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((data0.callable === undefined) && (missing1 = "callable")){
validate5.errors = [{instancePath:instancePath+"/calculation",schemaPath:"#/$defs/Calculation/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.args !== undefined){
const _errs3 = errors;
if(!isList(data0.args)){
validate5.errors = [{instancePath:instancePath+"/calculation/args",schemaPath:"#/$defs/Calculation/properties/args/kind",keyword:"kind",params:{kind: "array"}}];
return false;
}
var valid2 = _errs3 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.callable !== undefined){
const _errs4 = errors;
if(typeof data0.callable !== 'string'){
validate5.errors = [{instancePath:instancePath+"/calculation/callable",schemaPath:"#/$defs/Calculation/properties/callable/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs4 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.kwargs !== undefined){
const _errs5 = errors;
if(!isRecord(data0.kwargs)){
validate5.errors = [{instancePath:instancePath+"/calculation/kwargs",schemaPath:"#/$defs/Calculation/properties/kwargs/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
var valid0 = _errs0 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.field !== undefined){
const _errs7 = errors;
if(typeof data.field !== 'string'){
validate5.errors = [{instancePath:instancePath+"/field",schemaPath:"#/properties/field/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.location !== undefined){
let data5 = data.location;
const _errs8 = errors;
if("event" !== data5){
validate5.errors = [{instancePath:instancePath+"/location",schemaPath:"#/properties/location/const",keyword:"const",params:{allowedValue: "event"}}];
return false;
}
else {
if(typeof data5 !== 'string'){
validate5.errors = [{instancePath:instancePath+"/location",schemaPath:"#/properties/location/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stream !== undefined){
const _errs9 = errors;
if(typeof data.stream !== 'string'){
validate5.errors = [{instancePath:instancePath+"/stream",schemaPath:"#/properties/stream/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data7 = data.type;
const _errs10 = errors;
if("calculated" !== data7){
validate5.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "calculated"}}];
return false;
}
else {
if(typeof data7 !== 'string'){
validate5.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
validate5.errors = vErrors;
return errors === 0;
}
validate5.evaluated = {"props":{"calculation":true,"field":true,"location":true,"stream":true,"type":true},"dynamicProps":false,"dynamicItems":false};


function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate4.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate4.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.configuration === undefined) && (missing0 = "configuration")) || ((data.projection === undefined) && (missing0 = "projection"))) || ((data.version === undefined) && (missing0 = "version"))){
validate4.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.configuration !== undefined){
const _errs0 = errors;
if(!isRecord(data.configuration)){
validate4.errors = [{instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs0 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs2 = errors;
if(typeof data.name !== 'string'){
validate4.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.projection !== undefined){
let data2 = data.projection;
const _errs3 = errors;
if(!isRecord(data2)){
validate4.errors = [{instancePath:instancePath+"/projection",schemaPath:"#/properties/projection/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs3){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
const _errs8 = errors;
if(!isRecord(data3)){
const err0 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ConfigurationProjection/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((((data3.config_device === undefined) && (missing1 = "config_device")) || ((data3.config_index === undefined) && (missing1 = "config_index"))) || ((data3.field === undefined) && (missing1 = "field"))) || ((data3.location === undefined) && (missing1 = "location"))) || ((data3.stream === undefined) && (missing1 = "stream"))) || ((data3.type === undefined) && (missing1 = "type"))){
const err1 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ConfigurationProjection/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data3.config_device !== undefined){
const _errs9 = errors;
if(typeof data3.config_device !== 'string'){
const err2 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/config_device",schemaPath:"#/$defs/ConfigurationProjection/properties/config_device/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs9 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.config_index !== undefined){
let data5 = data3.config_index;
const _errs10 = errors;
if(!Number.isInteger(data5) && typeof data5 !== 'bigint'){
const err3 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/config_index",schemaPath:"#/$defs/ConfigurationProjection/properties/config_index/kind",keyword:"kind",params:{kind: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.field !== undefined){
const _errs11 = errors;
if(typeof data3.field !== 'string'){
const err4 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/field",schemaPath:"#/$defs/ConfigurationProjection/properties/field/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.location !== undefined){
let data7 = data3.location;
const _errs12 = errors;
if("configuration" !== data7){
const err5 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/location",schemaPath:"#/$defs/ConfigurationProjection/properties/location/const",keyword:"const",params:{allowedValue: "configuration"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(typeof data7 !== 'string'){
const err6 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/location",schemaPath:"#/$defs/ConfigurationProjection/properties/location/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.stream !== undefined){
const _errs13 = errors;
if(typeof data3.stream !== 'string'){
const err7 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/stream",schemaPath:"#/$defs/ConfigurationProjection/properties/stream/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.type !== undefined){
let data9 = data3.type;
const _errs14 = errors;
if("linked" !== data9){
const err8 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/ConfigurationProjection/properties/type/const",keyword:"const",params:{allowedValue: "linked"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(typeof data9 !== 'string'){
const err9 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/ConfigurationProjection/properties/type/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
var props0 = {};
props0.config_device = true;
props0.config_index = true;
props0.field = true;
props0.location = true;
props0.stream = true;
props0.type = true;
}
const _errs15 = errors;
const _errs16 = errors;
if(!isRecord(data3)){
const err10 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/LinkedEventProjection/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(errors === _errs16){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if(((((data3.field === undefined) && (missing2 = "field")) || ((data3.location === undefined) && (missing2 = "location"))) || ((data3.stream === undefined) && (missing2 = "stream"))) || ((data3.type === undefined) && (missing2 = "type"))){
const err11 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/LinkedEventProjection/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
if(data3.field !== undefined){
const _errs17 = errors;
if(typeof data3.field !== 'string'){
const err12 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/field",schemaPath:"#/$defs/LinkedEventProjection/properties/field/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid6 = _errs17 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data3.location !== undefined){
let data11 = data3.location;
const _errs18 = errors;
if("event" !== data11){
const err13 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/location",schemaPath:"#/$defs/LinkedEventProjection/properties/location/const",keyword:"const",params:{allowedValue: "event"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(typeof data11 !== 'string'){
const err14 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/location",schemaPath:"#/$defs/LinkedEventProjection/properties/location/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid6 = _errs18 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data3.stream !== undefined){
const _errs19 = errors;
if(typeof data3.stream !== 'string'){
const err15 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/stream",schemaPath:"#/$defs/LinkedEventProjection/properties/stream/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid6 = _errs19 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data3.type !== undefined){
let data13 = data3.type;
const _errs20 = errors;
if("linked" !== data13){
const err16 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/LinkedEventProjection/properties/type/const",keyword:"const",params:{allowedValue: "linked"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(typeof data13 !== 'string'){
const err17 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/LinkedEventProjection/properties/type/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
var _valid0 = _errs15 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = props0 || {};
props0.field = true;
props0.location = true;
props0.stream = true;
props0.type = true;
}
}
const _errs21 = errors;
if(!(validate5(data3, {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
var _valid0 = _errs21 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = props0 || {};
props0.calculation = true;
props0.field = true;
props0.location = true;
props0.stream = true;
props0.type = true;
}
}
const _errs22 = errors;
const _errs23 = errors;
if(!isRecord(data3)){
const err18 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/StaticProjection/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(errors === _errs23){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing3;
if(((data3.type === undefined) && (missing3 = "type")) || ((data3.value === undefined) && (missing3 = "value"))){
const err19 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/StaticProjection/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
if(data3.type !== undefined){
let data14 = data3.type;
if("static" !== data14){
const err20 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/StaticProjection/properties/type/const",keyword:"const",params:{allowedValue: "static"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
if(typeof data14 !== 'string'){
const err21 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/StaticProjection/properties/type/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
}
}
var _valid0 = _errs22 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.value = true;
}
}
if(!valid2){
const err22 = {instancePath:instancePath+"/projection/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/projection/additionalProperties/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
validate4.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs25 = errors;
if(typeof data.version !== 'string'){
validate4.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
validate4.errors = vErrors;
return errors === 0;
}
validate4.evaluated = {"props":{"configuration":true,"name":true,"projection":true,"version":true},"dynamicProps":false,"dynamicItems":false};


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="start" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate0.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.time === undefined) && (missing0 = "time")) || ((data.uid === undefined) && (missing0 = "uid"))){
validate0.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!((func0.call(schema0.properties, key0)) || (pattern0.test(key0)))){
validate0.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.data_groups !== undefined){
let data0 = data.data_groups;
const _errs1 = errors;
if(!Array.isArray(data0)){
validate0.errors = [{instancePath:instancePath+"/data_groups",schemaPath:"#/properties/data_groups/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs2 = errors;
if(typeof data0[i0] !== 'string'){
validate0.errors = [{instancePath:instancePath+"/data_groups/" + i0,schemaPath:"#/properties/data_groups/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid1 = _errs2 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data_session !== undefined){
const _errs3 = errors;
if(typeof data.data_session !== 'string'){
validate0.errors = [{instancePath:instancePath+"/data_session",schemaPath:"#/properties/data_session/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data_type !== undefined){
const _errs4 = errors;
if(!(validate1(data.data_type, {instancePath:instancePath+"/data_type",parentData:data,parentDataProperty:"data_type",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.group !== undefined){
const _errs5 = errors;
if(typeof data.group !== 'string'){
validate0.errors = [{instancePath:instancePath+"/group",schemaPath:"#/properties/group/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hints !== undefined){
let data5 = data.hints;
const _errs6 = errors;
const _errs7 = errors;
if(!isRecord(data5)){
validate0.errors = [{instancePath:instancePath+"/hints",schemaPath:"#/$defs/Hints/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs7){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.dimensions !== undefined){
let data6 = data5.dimensions;
const _errs9 = errors;
if(!Array.isArray(data6)){
validate0.errors = [{instancePath:instancePath+"/hints/dimensions",schemaPath:"#/$defs/Hints/properties/dimensions/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs9){
if(Array.isArray(data6)){
var valid4 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs10 = errors;
if(!Array.isArray(data7)){
validate0.errors = [{instancePath:instancePath+"/hints/dimensions/" + i1,schemaPath:"#/$defs/Hints/properties/dimensions/items/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs10){
if(Array.isArray(data7)){
var valid5 = true;
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
const _errs11 = errors;
const _errs12 = errors;
let valid6 = false;
const _errs13 = errors;
if(!Array.isArray(data8)){
const err0 = {instancePath:instancePath+"/hints/dimensions/" + i1+"/" + i2,schemaPath:"#/$defs/Hints/properties/dimensions/items/items/anyOf/0/kind",keyword:"kind",params:{kind: "array of other values"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs13){
if(Array.isArray(data8)){
var valid7 = true;
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
const _errs14 = errors;
if(typeof data8[i3] !== 'string'){
const err1 = {instancePath:instancePath+"/hints/dimensions/" + i1+"/" + i2+"/" + i3,schemaPath:"#/$defs/Hints/properties/dimensions/items/items/anyOf/0/items/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid7 = _errs14 === errors;
if(!valid7){
break;
}
}
}
}
var _valid0 = _errs13 === errors;
valid6 = valid6 || _valid0;
const _errs15 = errors;
if(typeof data8 !== 'string'){
const err2 = {instancePath:instancePath+"/hints/dimensions/" + i1+"/" + i2,schemaPath:"#/$defs/Hints/properties/dimensions/items/items/anyOf/1/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs15 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err3 = {instancePath:instancePath+"/hints/dimensions/" + i1+"/" + i2,schemaPath:"#/$defs/Hints/properties/dimensions/items/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs11 === errors;
if(!valid5){
break;
}
}
}
}
var valid4 = _errs10 === errors;
if(!valid4){
break;
}
}
}
}
}
}
}
var valid2 = _errs7 === errors;
if(valid2){
const _errs16 = errors;
let valid8 = true;
const _errs17 = errors;
if(!isRecord(data5)){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs17 === errors;
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs18 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs19 = errors;
for(const key1 in data5){
if(!(pattern3.test(key1))){
validate0.errors = [{instancePath:instancePath+"/hints",schemaPath:"#/properties/hints/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs19 === errors){
var valid9 = true;
for(const key2 in data5){
if(pattern3.test(key2)){
const _errs20 = errors;
if(!(validate1(data5[key2], {instancePath:instancePath+"/hints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid9 = _errs20 === errors;
if(!valid9){
break;
}
}
}
}
}
var _valid1 = _errs18 === errors;
valid8 = _valid1;
}
if(!valid8){
const err5 = {instancePath:instancePath+"/hints",schemaPath:"#/properties/hints/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate0.errors = vErrors;
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.owner !== undefined){
const _errs21 = errors;
if(typeof data.owner !== 'string'){
validate0.errors = [{instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.project !== undefined){
const _errs22 = errors;
if(typeof data.project !== 'string'){
validate0.errors = [{instancePath:instancePath+"/project",schemaPath:"#/properties/project/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.projections !== undefined){
let data13 = data.projections;
const _errs23 = errors;
if(!Array.isArray(data13)){
validate0.errors = [{instancePath:instancePath+"/projections",schemaPath:"#/properties/projections/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs23){
if(Array.isArray(data13)){
var valid10 = true;
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
const _errs24 = errors;
if(!(validate4(data13[i4], {instancePath:instancePath+"/projections/" + i4,parentData:data13,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
errors = vErrors.length;
}
var valid10 = _errs24 === errors;
if(!valid10){
break;
}
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sample !== undefined){
let data15 = data.sample;
const _errs25 = errors;
const _errs26 = errors;
let valid11 = false;
const _errs27 = errors;
if(!isRecord(data15)){
const err6 = {instancePath:instancePath+"/sample",schemaPath:"#/properties/sample/anyOf/0/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs27 === errors;
valid11 = valid11 || _valid2;
const _errs29 = errors;
if(typeof data15 !== 'string'){
const err7 = {instancePath:instancePath+"/sample",schemaPath:"#/properties/sample/anyOf/1/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid2 = _errs29 === errors;
valid11 = valid11 || _valid2;
if(!valid11){
const err8 = {instancePath:instancePath+"/sample",schemaPath:"#/properties/sample/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scan_id !== undefined){
let data16 = data.scan_id;
const _errs30 = errors;
if(!Number.isInteger(data16) && typeof data16 !== 'bigint'){
validate0.errors = [{instancePath:instancePath+"/scan_id",schemaPath:"#/properties/scan_id/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
let data17 = data.time;
const _errs31 = errors;
if(typeof data17 !== 'number' && typeof data17 !== 'bigint'){
validate0.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uid !== undefined){
const _errs32 = errors;
if(typeof data.uid !== 'string'){
validate0.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
var valid12 = true;
for(const key3 in data){
if(pattern0.test(key3)){
const _errs33 = errors;
if(!(validate1(data[key3], {instancePath:instancePath+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid12 = _errs33 === errors;
if(!valid12){
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const stop = validate9;
const schema9 = {"kind":"object","$defs":{"DataType":{}},"properties":{"data_type":{"$ref":"#/$defs/DataType"},"exit_status":{"kind":"string","enum":["success","abort","fail"]},"num_events":{"kind":"object","additionalProperties":{"kind":"integer"}},"reason":{"kind":"string"},"run_start":{"kind":"string"},"time":{"kind":"number"},"uid":{"kind":"string"}},"required":["exit_status","run_start","time","uid"],"patternProperties":{"^([^./]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false,"$id":"stop"};

function validate9(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="stop" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate9.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate9.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.exit_status === undefined) && (missing0 = "exit_status")) || ((data.run_start === undefined) && (missing0 = "run_start"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.uid === undefined) && (missing0 = "uid"))){
validate9.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!((((((((key0 === "data_type") || (key0 === "exit_status")) || (key0 === "num_events")) || (key0 === "reason")) || (key0 === "run_start")) || (key0 === "time")) || (key0 === "uid")) || (pattern0.test(key0)))){
validate9.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.data_type !== undefined){
const _errs1 = errors;
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exit_status !== undefined){
let data1 = data.exit_status;
const _errs2 = errors;
if(!(((data1 === "success") || (data1 === "abort")) || (data1 === "fail"))){
validate9.errors = [{instancePath:instancePath+"/exit_status",schemaPath:"#/properties/exit_status/enum",keyword:"enum",params:{allowedValues: schema9.properties.exit_status.enum}}];
return false;
}
else {
if(typeof data1 !== 'string'){
validate9.errors = [{instancePath:instancePath+"/exit_status",schemaPath:"#/properties/exit_status/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.num_events !== undefined){
let data2 = data.num_events;
const _errs3 = errors;
if(!isRecord(data2)){
validate9.errors = [{instancePath:instancePath+"/num_events",schemaPath:"#/properties/num_events/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs3){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
const _errs5 = errors;
if(!Number.isInteger(data3) && typeof data3 !== 'bigint'){
validate9.errors = [{instancePath:instancePath+"/num_events/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/num_events/additionalProperties/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid2 = _errs5 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs6 = errors;
if(typeof data.reason !== 'string'){
validate9.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run_start !== undefined){
const _errs7 = errors;
if(typeof data.run_start !== 'string'){
validate9.errors = [{instancePath:instancePath+"/run_start",schemaPath:"#/properties/run_start/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
let data6 = data.time;
const _errs8 = errors;
if(typeof data6 !== 'number' && typeof data6 !== 'bigint'){
validate9.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uid !== undefined){
const _errs9 = errors;
if(typeof data.uid !== 'string'){
validate9.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
var valid3 = true;
for(const key2 in data){
if(pattern0.test(key2)){
const _errs10 = errors;
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
validate9.errors = vErrors;
return errors === 0;
}
validate9.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const descriptor = validate10;
const schema12 = {"kind":"object","$defs":{"Configuration":{"kind":"object","properties":{"data":{"kind":"object","additionalProperties":true},"data_keys":{"kind":"object","additionalProperties":{"$ref":"#/$defs/DataKey"}},"timestamps":{"kind":"object","additionalProperties":true}},"additionalProperties":true},"DataKey":{"kind":"object","properties":{"choices":{"kind":"array of other values","items":{"kind":"string"}},"dims":{"kind":"array of other values","items":{"kind":"string"}},"dtype":{"$ref":"#/$defs/Dtype"},"dtype_numpy":{"anyOf":[{"kind":"string","pattern":"[|<>][tbiufcmMOSUV][0-9]+"},{"kind":"array of other values","items":{"kind":"array","maxItems":2,"minItems":2,"prefixItems":[{"kind":"string"},{"kind":"string","pattern":"[|<>][tbiufcmMOSUV][0-9]+"}]}}]},"external":{"kind":"string","pattern":"^[A-Z]+:?"},"limits":{"$ref":"#/$defs/Limits"},"object_name":{"kind":"string"},"precision":{"anyOf":[{"kind":"integer"},{"kind":"null"}]},"shape":{"kind":"array of other values","items":{"anyOf":[{"kind":"integer"},{"kind":"null"}]}},"source":{"kind":"string"},"units":{"anyOf":[{"kind":"string"},{"kind":"null"}]}},"required":["dtype","shape","source"],"additionalProperties":true},"DataType":{"if":{"kind":"object"},"then":{"patternProperties":{"^([^./]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false}},"Dtype":{"kind":"string","enum":["string","number","array","boolean","integer"]},"Limits":{"kind":"object","properties":{"alarm":{"anyOf":[{"$ref":"#/$defs/LimitsRange"},{"kind":"null"}]},"control":{"anyOf":[{"$ref":"#/$defs/LimitsRange"},{"kind":"null"}]},"display":{"anyOf":[{"$ref":"#/$defs/LimitsRange"},{"kind":"null"}]},"hysteresis":{"anyOf":[{"kind":"number"},{"kind":"null"}]},"rds":{"anyOf":[{"$ref":"#/$defs/RdsRange"},{"kind":"null"}]},"warning":{"anyOf":[{"$ref":"#/$defs/LimitsRange"},{"kind":"null"}]}},"additionalProperties":false},"LimitsRange":{"kind":"object","properties":{"high":{"anyOf":[{"kind":"number"},{"kind":"null"}]},"low":{"anyOf":[{"kind":"number"},{"kind":"null"}]}},"required":["high","low"],"additionalProperties":false},"PerObjectHint":{"kind":"object","properties":{"NX_class":{"kind":"string","pattern":"^NX[A-Za-z_]+\\n?$"},"fields":{"kind":"array of other values","items":{"kind":"string"}}},"additionalProperties":true},"RdsRange":{"kind":"object","properties":{"time_difference":{"kind":"number"},"value_difference":{"kind":"number"}},"required":["time_difference","value_difference"]}},"properties":{"configuration":{"kind":"object","additionalProperties":{"$ref":"#/$defs/Configuration"}},"data_keys":{"kind":"object","additionalProperties":{"$ref":"#/$defs/DataKey"}},"hints":{"$ref":"#/$defs/PerObjectHint"},"name":{"kind":"string"},"object_classes":{"kind":"object","additionalProperties":{"kind":"string"}},"object_keys":{"kind":"object","additionalProperties":true},"run_start":{"kind":"string"},"time":{"kind":"number"},"uid":{"kind":"string"}},"required":["data_keys","run_start","time","uid"],"patternProperties":{"^([^./]+)\\n?$":{"$ref":"#/$defs/DataType"}},"additionalProperties":false,"$id":"descriptor"};
const pattern12 = new RegExp("^NX[A-Za-z_]+\\n?$", "u");
const schema15 = {"kind":"string","enum":["string","number","array","boolean","integer"]};
const pattern9 = new RegExp("[|<>][tbiufcmMOSUV][0-9]+", "u");
const pattern11 = new RegExp("^[A-Z]+:?", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate13.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate13.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs0 = errors;
for(const key0 in data){
if(!((((((key0 === "alarm") || (key0 === "control")) || (key0 === "display")) || (key0 === "hysteresis")) || (key0 === "rds")) || (key0 === "warning"))){
validate13.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.alarm !== undefined){
let data0 = data.alarm;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = false;
const _errs3 = errors;
const _errs4 = errors;
if(!isRecord(data0)){
const err0 = {instancePath:instancePath+"/alarm",schemaPath:"#/$defs/LimitsRange/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs4){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.high === undefined) && (missing0 = "high")) || ((data0.low === undefined) && (missing0 = "low"))){
const err1 = {instancePath:instancePath+"/alarm",schemaPath:"#/$defs/LimitsRange/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
const _errs5 = errors;
for(const key1 in data0){
if(!((key1 === "high") || (key1 === "low"))){
const err2 = {instancePath:instancePath+"/alarm",schemaPath:"#/$defs/LimitsRange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break;
}
}
if(_errs5 === errors){
if(data0.high !== undefined){
let data1 = data0.high;
const _errs6 = errors;
const _errs7 = errors;
let valid4 = false;
const _errs8 = errors;
if(typeof data1 !== 'number' && typeof data1 !== 'bigint'){
const err3 = {instancePath:instancePath+"/alarm/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid1 = _errs8 === errors;
valid4 = valid4 || _valid1;
const _errs9 = errors;
if(data1 !== null){
const err4 = {instancePath:instancePath+"/alarm/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs9 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const err5 = {instancePath:instancePath+"/alarm/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.low !== undefined){
let data2 = data0.low;
const _errs10 = errors;
const _errs11 = errors;
let valid5 = false;
const _errs12 = errors;
if(typeof data2 !== 'number' && typeof data2 !== 'bigint'){
const err6 = {instancePath:instancePath+"/alarm/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs12 === errors;
valid5 = valid5 || _valid2;
const _errs13 = errors;
if(data2 !== null){
const err7 = {instancePath:instancePath+"/alarm/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid2 = _errs13 === errors;
valid5 = valid5 || _valid2;
if(!valid5){
const err8 = {instancePath:instancePath+"/alarm/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
const _errs14 = errors;
if(data0 !== null){
const err9 = {instancePath:instancePath+"/alarm",schemaPath:"#/properties/alarm/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err10 = {instancePath:instancePath+"/alarm",schemaPath:"#/properties/alarm/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.control !== undefined){
let data3 = data.control;
const _errs15 = errors;
const _errs16 = errors;
let valid6 = false;
const _errs17 = errors;
const _errs18 = errors;
if(!isRecord(data3)){
const err11 = {instancePath:instancePath+"/control",schemaPath:"#/$defs/LimitsRange/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(errors === _errs18){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.high === undefined) && (missing1 = "high")) || ((data3.low === undefined) && (missing1 = "low"))){
const err12 = {instancePath:instancePath+"/control",schemaPath:"#/$defs/LimitsRange/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
const _errs19 = errors;
for(const key2 in data3){
if(!((key2 === "high") || (key2 === "low"))){
const err13 = {instancePath:instancePath+"/control",schemaPath:"#/$defs/LimitsRange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
}
if(_errs19 === errors){
if(data3.high !== undefined){
let data4 = data3.high;
const _errs20 = errors;
const _errs21 = errors;
let valid9 = false;
const _errs22 = errors;
if(typeof data4 !== 'number' && typeof data4 !== 'bigint'){
const err14 = {instancePath:instancePath+"/control/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid4 = _errs22 === errors;
valid9 = valid9 || _valid4;
const _errs23 = errors;
if(data4 !== null){
const err15 = {instancePath:instancePath+"/control/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid4 = _errs23 === errors;
valid9 = valid9 || _valid4;
if(!valid9){
const err16 = {instancePath:instancePath+"/control/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
var valid8 = _errs20 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data3.low !== undefined){
let data5 = data3.low;
const _errs24 = errors;
const _errs25 = errors;
let valid10 = false;
const _errs26 = errors;
if(typeof data5 !== 'number' && typeof data5 !== 'bigint'){
const err17 = {instancePath:instancePath+"/control/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid5 = _errs26 === errors;
valid10 = valid10 || _valid5;
const _errs27 = errors;
if(data5 !== null){
const err18 = {instancePath:instancePath+"/control/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid5 = _errs27 === errors;
valid10 = valid10 || _valid5;
if(!valid10){
const err19 = {instancePath:instancePath+"/control/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
var valid8 = _errs24 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
var _valid3 = _errs17 === errors;
valid6 = valid6 || _valid3;
const _errs28 = errors;
if(data3 !== null){
const err20 = {instancePath:instancePath+"/control",schemaPath:"#/properties/control/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid3 = _errs28 === errors;
valid6 = valid6 || _valid3;
if(!valid6){
const err21 = {instancePath:instancePath+"/control",schemaPath:"#/properties/control/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.display !== undefined){
let data6 = data.display;
const _errs29 = errors;
const _errs30 = errors;
let valid11 = false;
const _errs31 = errors;
const _errs32 = errors;
if(!isRecord(data6)){
const err22 = {instancePath:instancePath+"/display",schemaPath:"#/$defs/LimitsRange/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(errors === _errs32){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if(((data6.high === undefined) && (missing2 = "high")) || ((data6.low === undefined) && (missing2 = "low"))){
const err23 = {instancePath:instancePath+"/display",schemaPath:"#/$defs/LimitsRange/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
const _errs33 = errors;
for(const key3 in data6){
if(!((key3 === "high") || (key3 === "low"))){
const err24 = {instancePath:instancePath+"/display",schemaPath:"#/$defs/LimitsRange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
break;
}
}
if(_errs33 === errors){
if(data6.high !== undefined){
let data7 = data6.high;
const _errs34 = errors;
const _errs35 = errors;
let valid14 = false;
const _errs36 = errors;
if(typeof data7 !== 'number' && typeof data7 !== 'bigint'){
const err25 = {instancePath:instancePath+"/display/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid7 = _errs36 === errors;
valid14 = valid14 || _valid7;
const _errs37 = errors;
if(data7 !== null){
const err26 = {instancePath:instancePath+"/display/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid7 = _errs37 === errors;
valid14 = valid14 || _valid7;
if(!valid14){
const err27 = {instancePath:instancePath+"/display/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
var valid13 = _errs34 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data6.low !== undefined){
let data8 = data6.low;
const _errs38 = errors;
const _errs39 = errors;
let valid15 = false;
const _errs40 = errors;
if(typeof data8 !== 'number' && typeof data8 !== 'bigint'){
const err28 = {instancePath:instancePath+"/display/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid8 = _errs40 === errors;
valid15 = valid15 || _valid8;
const _errs41 = errors;
if(data8 !== null){
const err29 = {instancePath:instancePath+"/display/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid8 = _errs41 === errors;
valid15 = valid15 || _valid8;
if(!valid15){
const err30 = {instancePath:instancePath+"/display/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
var valid13 = _errs38 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
var _valid6 = _errs31 === errors;
valid11 = valid11 || _valid6;
const _errs42 = errors;
if(data6 !== null){
const err31 = {instancePath:instancePath+"/display",schemaPath:"#/properties/display/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid6 = _errs42 === errors;
valid11 = valid11 || _valid6;
if(!valid11){
const err32 = {instancePath:instancePath+"/display",schemaPath:"#/properties/display/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hysteresis !== undefined){
let data9 = data.hysteresis;
const _errs43 = errors;
const _errs44 = errors;
let valid16 = false;
const _errs45 = errors;
if(typeof data9 !== 'number' && typeof data9 !== 'bigint'){
const err33 = {instancePath:instancePath+"/hysteresis",schemaPath:"#/properties/hysteresis/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid9 = _errs45 === errors;
valid16 = valid16 || _valid9;
const _errs46 = errors;
if(data9 !== null){
const err34 = {instancePath:instancePath+"/hysteresis",schemaPath:"#/properties/hysteresis/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
var _valid9 = _errs46 === errors;
valid16 = valid16 || _valid9;
if(!valid16){
const err35 = {instancePath:instancePath+"/hysteresis",schemaPath:"#/properties/hysteresis/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rds !== undefined){
let data10 = data.rds;
const _errs47 = errors;
const _errs48 = errors;
let valid17 = false;
const _errs49 = errors;
const _errs50 = errors;
if(!isRecord(data10)){
const err36 = {instancePath:instancePath+"/rds",schemaPath:"#/$defs/RdsRange/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(errors === _errs50){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if(((data10.time_difference === undefined) && (missing3 = "time_difference")) || ((data10.value_difference === undefined) && (missing3 = "value_difference"))){
const err37 = {instancePath:instancePath+"/rds",schemaPath:"#/$defs/RdsRange/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
else {
if(data10.time_difference !== undefined){
let data11 = data10.time_difference;
const _errs51 = errors;
if(typeof data11 !== 'number' && typeof data11 !== 'bigint'){
const err38 = {instancePath:instancePath+"/rds/time_difference",schemaPath:"#/$defs/RdsRange/properties/time_difference/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid19 = _errs51 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data10.value_difference !== undefined){
let data12 = data10.value_difference;
const _errs52 = errors;
if(typeof data12 !== 'number' && typeof data12 !== 'bigint'){
const err39 = {instancePath:instancePath+"/rds/value_difference",schemaPath:"#/$defs/RdsRange/properties/value_difference/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var valid19 = _errs52 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
var _valid10 = _errs49 === errors;
valid17 = valid17 || _valid10;
if(_valid10){
var props3 = {};
props3.time_difference = true;
props3.value_difference = true;
}
const _errs53 = errors;
if(data10 !== null){
const err40 = {instancePath:instancePath+"/rds",schemaPath:"#/properties/rds/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var _valid10 = _errs53 === errors;
valid17 = valid17 || _valid10;
if(!valid17){
const err41 = {instancePath:instancePath+"/rds",schemaPath:"#/properties/rds/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warning !== undefined){
let data13 = data.warning;
const _errs54 = errors;
const _errs55 = errors;
let valid20 = false;
const _errs56 = errors;
const _errs57 = errors;
if(!isRecord(data13)){
const err42 = {instancePath:instancePath+"/warning",schemaPath:"#/$defs/LimitsRange/kind",keyword:"kind",params:{kind: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(errors === _errs57){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing4;
if(((data13.high === undefined) && (missing4 = "high")) || ((data13.low === undefined) && (missing4 = "low"))){
const err43 = {instancePath:instancePath+"/warning",schemaPath:"#/$defs/LimitsRange/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
const _errs58 = errors;
for(const key4 in data13){
if(!((key4 === "high") || (key4 === "low"))){
const err44 = {instancePath:instancePath+"/warning",schemaPath:"#/$defs/LimitsRange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
}
if(_errs58 === errors){
if(data13.high !== undefined){
let data14 = data13.high;
const _errs59 = errors;
const _errs60 = errors;
let valid23 = false;
const _errs61 = errors;
if(typeof data14 !== 'number' && typeof data14 !== 'bigint'){
const err45 = {instancePath:instancePath+"/warning/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var _valid12 = _errs61 === errors;
valid23 = valid23 || _valid12;
const _errs62 = errors;
if(data14 !== null){
const err46 = {instancePath:instancePath+"/warning/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid12 = _errs62 === errors;
valid23 = valid23 || _valid12;
if(!valid23){
const err47 = {instancePath:instancePath+"/warning/high",schemaPath:"#/$defs/LimitsRange/properties/high/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
}
var valid22 = _errs59 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data13.low !== undefined){
let data15 = data13.low;
const _errs63 = errors;
const _errs64 = errors;
let valid24 = false;
const _errs65 = errors;
if(typeof data15 !== 'number' && typeof data15 !== 'bigint'){
const err48 = {instancePath:instancePath+"/warning/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/0/kind",keyword:"kind",params:{kind: "number"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid13 = _errs65 === errors;
valid24 = valid24 || _valid13;
const _errs66 = errors;
if(data15 !== null){
const err49 = {instancePath:instancePath+"/warning/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid13 = _errs66 === errors;
valid24 = valid24 || _valid13;
if(!valid24){
const err50 = {instancePath:instancePath+"/warning/low",schemaPath:"#/$defs/LimitsRange/properties/low/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
}
var valid22 = _errs63 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
var _valid11 = _errs56 === errors;
valid20 = valid20 || _valid11;
const _errs67 = errors;
if(data13 !== null){
const err51 = {instancePath:instancePath+"/warning",schemaPath:"#/properties/warning/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid11 = _errs67 === errors;
valid20 = valid20 || _valid11;
if(!valid20){
const err52 = {instancePath:instancePath+"/warning",schemaPath:"#/properties/warning/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
validate13.errors = vErrors;
return errors === 0;
}
validate13.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate12.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate12.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.dtype === undefined) && (missing0 = "dtype")) || ((data.shape === undefined) && (missing0 = "shape"))) || ((data.source === undefined) && (missing0 = "source"))){
validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.choices !== undefined){
let data0 = data.choices;
const _errs1 = errors;
if(!Array.isArray(data0)){
validate12.errors = [{instancePath:instancePath+"/choices",schemaPath:"#/properties/choices/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs2 = errors;
if(typeof data0[i0] !== 'string'){
validate12.errors = [{instancePath:instancePath+"/choices/" + i0,schemaPath:"#/properties/choices/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid1 = _errs2 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dims !== undefined){
let data2 = data.dims;
const _errs3 = errors;
if(!Array.isArray(data2)){
validate12.errors = [{instancePath:instancePath+"/dims",schemaPath:"#/properties/dims/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data2)){
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs4 = errors;
if(typeof data2[i1] !== 'string'){
validate12.errors = [{instancePath:instancePath+"/dims/" + i1,schemaPath:"#/properties/dims/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs4 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dtype !== undefined){
let data4 = data.dtype;
const _errs5 = errors;
if(!(((((data4 === "string") || (data4 === "number")) || (data4 === "array")) || (data4 === "boolean")) || (data4 === "integer"))){
validate12.errors = [{instancePath:instancePath+"/dtype",schemaPath:"#/$defs/Dtype/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];
return false;
}
else {
if(typeof data4 !== 'string'){
validate12.errors = [{instancePath:instancePath+"/dtype",schemaPath:"#/$defs/Dtype/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dtype_numpy !== undefined){
let data5 = data.dtype_numpy;
const _errs7 = errors;
const _errs8 = errors;
let valid4 = false;
const _errs9 = errors;
if(typeof data5 !== 'string'){
const err0 = {instancePath:instancePath+"/dtype_numpy",schemaPath:"#/properties/dtype_numpy/anyOf/0/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs9){
if(typeof data5 === "string"){
if(!pattern9.test(data5)){
const err1 = {instancePath:instancePath+"/dtype_numpy",schemaPath:"#/properties/dtype_numpy/anyOf/0/pattern",keyword:"pattern",params:{pattern: "[|<>][tbiufcmMOSUV][0-9]+"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var _valid0 = _errs9 === errors;
valid4 = valid4 || _valid0;
const _errs10 = errors;
if(!Array.isArray(data5)){
const err2 = {instancePath:instancePath+"/dtype_numpy",schemaPath:"#/properties/dtype_numpy/anyOf/1/kind",keyword:"kind",params:{kind: "array of other values"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(errors === _errs10){
if(Array.isArray(data5)){
var valid5 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
const _errs11 = errors;
if(!isList(data6)){
const err3 = {instancePath:instancePath+"/dtype_numpy/" + i2,schemaPath:"#/properties/dtype_numpy/anyOf/1/items/kind",keyword:"kind",params:{kind: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(errors === _errs11){
if(Array.isArray(data6)){
if(data6.length > 2){
const err4 = {instancePath:instancePath+"/dtype_numpy/" + i2,schemaPath:"#/properties/dtype_numpy/anyOf/1/items/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data6.length < 2){
const err5 = {instancePath:instancePath+"/dtype_numpy/" + i2,schemaPath:"#/properties/dtype_numpy/anyOf/1/items/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
const len3 = data6.length;
if(len3 > 0){
const _errs12 = errors;
if(typeof data6[0] !== 'string'){
const err6 = {instancePath:instancePath+"/dtype_numpy/" + i2+"/0",schemaPath:"#/properties/dtype_numpy/anyOf/1/items/prefixItems/0/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid6 = _errs12 === errors;
}
if(valid6){
if(len3 > 1){
let data8 = data6[1];
const _errs13 = errors;
if(typeof data8 !== 'string'){
const err7 = {instancePath:instancePath+"/dtype_numpy/" + i2+"/1",schemaPath:"#/properties/dtype_numpy/anyOf/1/items/prefixItems/1/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(errors === _errs13){
if(typeof data8 === "string"){
if(!pattern9.test(data8)){
const err8 = {instancePath:instancePath+"/dtype_numpy/" + i2+"/1",schemaPath:"#/properties/dtype_numpy/anyOf/1/items/prefixItems/1/pattern",keyword:"pattern",params:{pattern: "[|<>][tbiufcmMOSUV][0-9]+"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
var valid6 = _errs13 === errors;
}
}
}
}
}
}
var valid5 = _errs11 === errors;
if(!valid5){
break;
}
}
}
}
var _valid0 = _errs10 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const err9 = {instancePath:instancePath+"/dtype_numpy",schemaPath:"#/properties/dtype_numpy/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.external !== undefined){
let data9 = data.external;
const _errs14 = errors;
if(typeof data9 !== 'string'){
validate12.errors = [{instancePath:instancePath+"/external",schemaPath:"#/properties/external/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
if(errors === _errs14){
if(typeof data9 === "string"){
if(!pattern11.test(data9)){
validate12.errors = [{instancePath:instancePath+"/external",schemaPath:"#/properties/external/pattern",keyword:"pattern",params:{pattern: "^[A-Z]+:?"}}];
return false;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
const _errs15 = errors;
if(!(validate13(data.limits, {instancePath:instancePath+"/limits",parentData:data,parentDataProperty:"limits",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.object_name !== undefined){
const _errs16 = errors;
if(typeof data.object_name !== 'string'){
validate12.errors = [{instancePath:instancePath+"/object_name",schemaPath:"#/properties/object_name/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.precision !== undefined){
let data12 = data.precision;
const _errs17 = errors;
const _errs18 = errors;
let valid7 = false;
const _errs19 = errors;
if(!Number.isInteger(data12) && typeof data12 !== 'bigint'){
const err10 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/anyOf/0/kind",keyword:"kind",params:{kind: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs19 === errors;
valid7 = valid7 || _valid1;
const _errs20 = errors;
if(data12 !== null){
const err11 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs20 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const err12 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shape !== undefined){
let data13 = data.shape;
const _errs21 = errors;
if(!Array.isArray(data13)){
validate12.errors = [{instancePath:instancePath+"/shape",schemaPath:"#/properties/shape/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs21){
if(Array.isArray(data13)){
var valid8 = true;
const len4 = data13.length;
for(let i3=0; i3<len4; i3++){
let data14 = data13[i3];
const _errs22 = errors;
const _errs23 = errors;
let valid9 = false;
const _errs24 = errors;
if(!Number.isInteger(data14) && typeof data14 !== 'bigint'){
const err13 = {instancePath:instancePath+"/shape/" + i3,schemaPath:"#/properties/shape/items/anyOf/0/kind",keyword:"kind",params:{kind: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid2 = _errs24 === errors;
valid9 = valid9 || _valid2;
const _errs25 = errors;
if(data14 !== null){
const err14 = {instancePath:instancePath+"/shape/" + i3,schemaPath:"#/properties/shape/items/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid2 = _errs25 === errors;
valid9 = valid9 || _valid2;
if(!valid9){
const err15 = {instancePath:instancePath+"/shape/" + i3,schemaPath:"#/properties/shape/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
var valid8 = _errs22 === errors;
if(!valid8){
break;
}
}
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
const _errs26 = errors;
if(typeof data.source !== 'string'){
validate12.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.units !== undefined){
let data16 = data.units;
const _errs27 = errors;
const _errs28 = errors;
let valid10 = false;
const _errs29 = errors;
if(typeof data16 !== 'string'){
const err16 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/0/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid3 = _errs29 === errors;
valid10 = valid10 || _valid3;
const _errs30 = errors;
if(data16 !== null){
const err17 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/1/kind",keyword:"kind",params:{kind: "null"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid3 = _errs30 === errors;
valid10 = valid10 || _valid3;
if(!valid10){
const err18 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
validate12.errors = vErrors;
return errors === 0;
}
validate12.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate11.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate11.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data !== undefined){
const _errs1 = errors;
if(!isRecord(data.data)){
validate11.errors = [{instancePath:instancePath+"/data",schemaPath:"#/properties/data/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data_keys !== undefined){
let data1 = data.data_keys;
const _errs3 = errors;
if(!isRecord(data1)){
validate11.errors = [{instancePath:instancePath+"/data_keys",schemaPath:"#/properties/data_keys/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
const _errs5 = errors;
if(!(validate12(data1[key0], {instancePath:instancePath+"/data_keys/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamps !== undefined){
const _errs6 = errors;
if(!isRecord(data.timestamps)){
validate11.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/properties/timestamps/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}
validate11.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const wrapper1 = {validate: validate18};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate18.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!isRecord(data)){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs3 = errors;
for(const key0 in data){
if(!(pattern0.test(key0))){
validate18.errors = [{instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
var valid1 = true;
for(const key1 in data){
if(pattern0.test(key1)){
const _errs4 = errors;
if(!(wrapper1.validate(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper1.validate.errors : vErrors.concat(wrapper1.validate.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
}
var _valid0 = _errs2 === errors;
valid0 = _valid0;
if(valid0){
var props1 = true;
}
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate18.errors = vErrors;
return false;
}
validate18.errors = vErrors;
evaluated0.props = props1;
return errors === 0;
}
validate18.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="descriptor" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate10.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate10.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.data_keys === undefined) && (missing0 = "data_keys")) || ((data.run_start === undefined) && (missing0 = "run_start"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.uid === undefined) && (missing0 = "uid"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!((func0.call(schema12.properties, key0)) || (pattern0.test(key0)))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.configuration !== undefined){
let data0 = data.configuration;
const _errs1 = errors;
if(!isRecord(data0)){
validate10.errors = [{instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs3 = errors;
if(!(validate11(data0[key1], {instancePath:instancePath+"/configuration/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data0,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data_keys !== undefined){
let data2 = data.data_keys;
const _errs4 = errors;
if(!isRecord(data2)){
validate10.errors = [{instancePath:instancePath+"/data_keys",schemaPath:"#/properties/data_keys/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs4){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
const _errs6 = errors;
if(!(validate12(data2[key2], {instancePath:instancePath+"/data_keys/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hints !== undefined){
let data4 = data.hints;
const _errs7 = errors;
const _errs8 = errors;
if(!isRecord(data4)){
validate10.errors = [{instancePath:instancePath+"/hints",schemaPath:"#/$defs/PerObjectHint/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.NX_class !== undefined){
let data5 = data4.NX_class;
const _errs10 = errors;
if(typeof data5 !== 'string'){
validate10.errors = [{instancePath:instancePath+"/hints/NX_class",schemaPath:"#/$defs/PerObjectHint/properties/NX_class/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
if(errors === _errs10){
if(typeof data5 === "string"){
if(!pattern12.test(data5)){
validate10.errors = [{instancePath:instancePath+"/hints/NX_class",schemaPath:"#/$defs/PerObjectHint/properties/NX_class/pattern",keyword:"pattern",params:{pattern: "^NX[A-Za-z_]+\\n?$"}}];
return false;
}
}
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data4.fields !== undefined){
let data6 = data4.fields;
const _errs11 = errors;
if(!Array.isArray(data6)){
validate10.errors = [{instancePath:instancePath+"/hints/fields",schemaPath:"#/$defs/PerObjectHint/properties/fields/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs11){
if(Array.isArray(data6)){
var valid5 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs12 = errors;
if(typeof data6[i0] !== 'string'){
validate10.errors = [{instancePath:instancePath+"/hints/fields/" + i0,schemaPath:"#/$defs/PerObjectHint/properties/fields/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid5 = _errs12 === errors;
if(!valid5){
break;
}
}
}
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs13 = errors;
if(typeof data.name !== 'string'){
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.object_classes !== undefined){
let data9 = data.object_classes;
const _errs14 = errors;
if(!isRecord(data9)){
validate10.errors = [{instancePath:instancePath+"/object_classes",schemaPath:"#/properties/object_classes/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs14){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
const _errs16 = errors;
if(typeof data9[key3] !== 'string'){
validate10.errors = [{instancePath:instancePath+"/object_classes/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/object_classes/additionalProperties/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid6 = _errs16 === errors;
if(!valid6){
break;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.object_keys !== undefined){
const _errs17 = errors;
if(!isRecord(data.object_keys)){
validate10.errors = [{instancePath:instancePath+"/object_keys",schemaPath:"#/properties/object_keys/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run_start !== undefined){
const _errs19 = errors;
if(typeof data.run_start !== 'string'){
validate10.errors = [{instancePath:instancePath+"/run_start",schemaPath:"#/properties/run_start/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
let data13 = data.time;
const _errs20 = errors;
if(typeof data13 !== 'number' && typeof data13 !== 'bigint'){
validate10.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uid !== undefined){
const _errs21 = errors;
if(typeof data.uid !== 'string'){
validate10.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
var valid7 = true;
for(const key4 in data){
if(pattern0.test(key4)){
const _errs22 = errors;
if(!(validate18(data[key4], {instancePath:instancePath+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid7 = _errs22 === errors;
if(!valid7){
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
validate10.errors = vErrors;
return errors === 0;
}
validate10.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const event = validate20;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="event" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
const _errs1 = errors;
if(!isRecord(data)){
validate20.errors = [{instancePath,schemaPath:"#/$defs/PartialEvent/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.data === undefined) && (missing0 = "data")) || ((data.time === undefined) && (missing0 = "time"))) || ((data.timestamps === undefined) && (missing0 = "timestamps"))){
validate20.errors = [{instancePath,schemaPath:"#/$defs/PartialEvent/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.data !== undefined){
const _errs2 = errors;
if(!isRecord(data.data)){
validate20.errors = [{instancePath:instancePath+"/data",schemaPath:"#/$defs/PartialEvent/properties/data/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid2 = _errs2 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.filled !== undefined){
let data1 = data.filled;
const _errs4 = errors;
if(!isRecord(data1)){
validate20.errors = [{instancePath:instancePath+"/filled",schemaPath:"#/$defs/PartialEvent/properties/filled/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
const _errs6 = errors;
const _errs7 = errors;
let valid4 = false;
const _errs8 = errors;
if(typeof data2 !== 'boolean'){
const err0 = {instancePath:instancePath+"/filled/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEvent/properties/filled/additionalProperties/anyOf/0/kind",keyword:"kind",params:{kind: "boolean"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid4 = valid4 || _valid0;
const _errs9 = errors;
if(typeof data2 !== 'string'){
const err1 = {instancePath:instancePath+"/filled/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEvent/properties/filled/additionalProperties/anyOf/1/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const err2 = {instancePath:instancePath+"/filled/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEvent/properties/filled/additionalProperties/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate20.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid3 = _errs6 === errors;
if(!valid3){
break;
}
}
}
}
var valid2 = _errs4 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.time !== undefined){
let data3 = data.time;
const _errs10 = errors;
if(typeof data3 !== 'number' && typeof data3 !== 'bigint'){
validate20.errors = [{instancePath:instancePath+"/time",schemaPath:"#/$defs/PartialEvent/properties/time/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.timestamps !== undefined){
const _errs11 = errors;
if(!isRecord(data.timestamps)){
validate20.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/$defs/PartialEvent/properties/timestamps/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
var valid0 = _errs0 === errors;
if(valid0){
if(!isRecord(data)){
validate20.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.descriptor === undefined) && (missing1 = "descriptor")) || ((data.seq_num === undefined) && (missing1 = "seq_num"))) || ((data.uid === undefined) && (missing1 = "uid"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data.descriptor !== undefined){
const _errs13 = errors;
if(typeof data.descriptor !== 'string'){
validate20.errors = [{instancePath:instancePath+"/descriptor",schemaPath:"#/properties/descriptor/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid5 = _errs13 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.seq_num !== undefined){
let data6 = data.seq_num;
const _errs14 = errors;
if(!Number.isInteger(data6) && typeof data6 !== 'bigint'){
validate20.errors = [{instancePath:instancePath+"/seq_num",schemaPath:"#/properties/seq_num/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.uid !== undefined){
const _errs15 = errors;
if(typeof data.uid !== 'string'){
validate20.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
for(const key1 in data){
if(((((((key1 !== "descriptor") && (key1 !== "seq_num")) && (key1 !== "uid")) && (key1 !== "data")) && (key1 !== "filled")) && (key1 !== "time")) && (key1 !== "timestamps")){
validate20.errors = [{instancePath,schemaPath:"#/unevaluatedProperties",keyword:"unevaluatedProperties",params:{unevaluatedProperty: key1}}];
return false;
break;
}
}
}
}
}
}
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const datum = validate21;

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="datum" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate21.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.datum_id === undefined) && (missing0 = "datum_id")) || ((data.datum_kwargs === undefined) && (missing0 = "datum_kwargs"))) || ((data.resource === undefined) && (missing0 = "resource"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!(((key0 === "datum_id") || (key0 === "datum_kwargs")) || (key0 === "resource"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.datum_id !== undefined){
const _errs1 = errors;
if(typeof data.datum_id !== 'string'){
validate21.errors = [{instancePath:instancePath+"/datum_id",schemaPath:"#/properties/datum_id/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.datum_kwargs !== undefined){
const _errs2 = errors;
if(!isRecord(data.datum_kwargs)){
validate21.errors = [{instancePath:instancePath+"/datum_kwargs",schemaPath:"#/properties/datum_kwargs/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource !== undefined){
const _errs4 = errors;
if(typeof data.resource !== 'string'){
validate21.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const resource = validate22;
const schema27 = {"kind":"object","allOf":[{"$ref":"#/$defs/PartialResource"}],"$defs":{"PartialResource":{"kind":"object","properties":{"resource_kwargs":{"kind":"object","additionalProperties":true},"resource_path":{"kind":"string"},"root":{"kind":"string"},"spec":{"kind":"string"},"uid":{"kind":"string"}},"required":["resource_kwargs","resource_path","root","spec","uid"]}},"properties":{"path_semantics":{"kind":"string","enum":["posix","windows"]},"run_start":{"kind":"string"}},"required":[],"unevaluatedProperties":false,"$id":"resource"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="resource" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
const _errs1 = errors;
if(!isRecord(data)){
validate22.errors = [{instancePath,schemaPath:"#/$defs/PartialResource/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.resource_kwargs === undefined) && (missing0 = "resource_kwargs")) || ((data.resource_path === undefined) && (missing0 = "resource_path"))) || ((data.root === undefined) && (missing0 = "root"))) || ((data.spec === undefined) && (missing0 = "spec"))) || ((data.uid === undefined) && (missing0 = "uid"))){
validate22.errors = [{instancePath,schemaPath:"#/$defs/PartialResource/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.resource_kwargs !== undefined){
const _errs2 = errors;
if(!isRecord(data.resource_kwargs)){
validate22.errors = [{instancePath:instancePath+"/resource_kwargs",schemaPath:"#/$defs/PartialResource/properties/resource_kwargs/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid2 = _errs2 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.resource_path !== undefined){
const _errs4 = errors;
if(typeof data.resource_path !== 'string'){
validate22.errors = [{instancePath:instancePath+"/resource_path",schemaPath:"#/$defs/PartialResource/properties/resource_path/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs4 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.root !== undefined){
const _errs5 = errors;
if(typeof data.root !== 'string'){
validate22.errors = [{instancePath:instancePath+"/root",schemaPath:"#/$defs/PartialResource/properties/root/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.spec !== undefined){
const _errs6 = errors;
if(typeof data.spec !== 'string'){
validate22.errors = [{instancePath:instancePath+"/spec",schemaPath:"#/$defs/PartialResource/properties/spec/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.uid !== undefined){
const _errs7 = errors;
if(typeof data.uid !== 'string'){
validate22.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/$defs/PartialResource/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs0 === errors;
if(valid0){
if(!isRecord(data)){
validate22.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path_semantics !== undefined){
let data5 = data.path_semantics;
const _errs8 = errors;
if(!((data5 === "posix") || (data5 === "windows"))){
validate22.errors = [{instancePath:instancePath+"/path_semantics",schemaPath:"#/properties/path_semantics/enum",keyword:"enum",params:{allowedValues: schema27.properties.path_semantics.enum}}];
return false;
}
else {
if(typeof data5 !== 'string'){
validate22.errors = [{instancePath:instancePath+"/path_semantics",schemaPath:"#/properties/path_semantics/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.run_start !== undefined){
const _errs9 = errors;
if(typeof data.run_start !== 'string'){
validate22.errors = [{instancePath:instancePath+"/run_start",schemaPath:"#/properties/run_start/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid3 = _errs9 === errors;
}
else {
var valid3 = true;
}
if(valid3){
for(const key0 in data){
if(((((((key0 !== "path_semantics") && (key0 !== "run_start")) && (key0 !== "resource_kwargs")) && (key0 !== "resource_path")) && (key0 !== "root")) && (key0 !== "spec")) && (key0 !== "uid")){
validate22.errors = [{instancePath,schemaPath:"#/unevaluatedProperties",keyword:"unevaluatedProperties",params:{unevaluatedProperty: key0}}];
return false;
break;
}
}
}
}
}
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const event_page = validate23;

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="event_page" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
const _errs1 = errors;
if(!isRecord(data)){
validate23.errors = [{instancePath,schemaPath:"#/$defs/PartialEventPage/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.data === undefined) && (missing0 = "data")) || ((data.time === undefined) && (missing0 = "time"))) || ((data.timestamps === undefined) && (missing0 = "timestamps"))){
validate23.errors = [{instancePath,schemaPath:"#/$defs/PartialEventPage/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.data !== undefined){
let data0 = data.data;
const _errs2 = errors;
if(!isRecord(data0)){
validate23.errors = [{instancePath:instancePath+"/data",schemaPath:"#/$defs/PartialEventPage/properties/data/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
const _errs4 = errors;
if(!isList(data0[key0])){
validate23.errors = [{instancePath:instancePath+"/data/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEventPage/properties/data/additionalProperties/kind",keyword:"kind",params:{kind: "array"}}];
return false;
}
var valid3 = _errs4 === errors;
if(!valid3){
break;
}
}
}
}
var valid2 = _errs2 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.filled !== undefined){
let data2 = data.filled;
const _errs5 = errors;
if(!isRecord(data2)){
validate23.errors = [{instancePath:instancePath+"/filled",schemaPath:"#/$defs/PartialEventPage/properties/filled/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
const _errs7 = errors;
if(!Array.isArray(data3)){
validate23.errors = [{instancePath:instancePath+"/filled/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEventPage/properties/filled/additionalProperties/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs7){
if(Array.isArray(data3)){
var valid5 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs8 = errors;
const _errs9 = errors;
let valid6 = false;
const _errs10 = errors;
if(typeof data4 !== 'boolean'){
const err0 = {instancePath:instancePath+"/filled/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/PartialEventPage/properties/filled/additionalProperties/items/anyOf/0/kind",keyword:"kind",params:{kind: "boolean"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid6 = valid6 || _valid0;
const _errs11 = errors;
if(typeof data4 !== 'string'){
const err1 = {instancePath:instancePath+"/filled/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/PartialEventPage/properties/filled/additionalProperties/items/anyOf/1/kind",keyword:"kind",params:{kind: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err2 = {instancePath:instancePath+"/filled/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/PartialEventPage/properties/filled/additionalProperties/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate23.errors = vErrors;
return false;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs8 === errors;
if(!valid5){
break;
}
}
}
}
var valid4 = _errs7 === errors;
if(!valid4){
break;
}
}
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.time !== undefined){
let data5 = data.time;
const _errs12 = errors;
if(!isListOfNumbers(data5)){
validate23.errors = [{instancePath:instancePath+"/time",schemaPath:"#/$defs/PartialEventPage/properties/time/kind",keyword:"kind",params:{kind: "array of numbers"}}];
return false;
}
if(errors === _errs12){
if(Array.isArray(data5)){
var valid7 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs13 = errors;
if(typeof data6 !== 'number' && typeof data6 !== 'bigint'){
validate23.errors = [{instancePath:instancePath+"/time/" + i1,schemaPath:"#/$defs/PartialEventPage/properties/time/items/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid7 = _errs13 === errors;
if(!valid7){
break;
}
}
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.timestamps !== undefined){
let data7 = data.timestamps;
const _errs14 = errors;
if(!isRecord(data7)){
validate23.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/$defs/PartialEventPage/properties/timestamps/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs14){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
const _errs16 = errors;
if(!isList(data7[key2])){
validate23.errors = [{instancePath:instancePath+"/timestamps/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/PartialEventPage/properties/timestamps/additionalProperties/kind",keyword:"kind",params:{kind: "array"}}];
return false;
}
var valid8 = _errs16 === errors;
if(!valid8){
break;
}
}
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
var valid0 = _errs0 === errors;
if(valid0){
if(!isRecord(data)){
validate23.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.descriptor === undefined) && (missing1 = "descriptor")) || ((data.seq_num === undefined) && (missing1 = "seq_num"))) || ((data.uid === undefined) && (missing1 = "uid"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data.descriptor !== undefined){
const _errs17 = errors;
if(typeof data.descriptor !== 'string'){
validate23.errors = [{instancePath:instancePath+"/descriptor",schemaPath:"#/properties/descriptor/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid9 = _errs17 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.seq_num !== undefined){
let data10 = data.seq_num;
const _errs18 = errors;
if(!isListOfIntegers(data10)){
validate23.errors = [{instancePath:instancePath+"/seq_num",schemaPath:"#/properties/seq_num/kind",keyword:"kind",params:{kind: "array of integers"}}];
return false;
}
if(errors === _errs18){
if(Array.isArray(data10)){
var valid10 = true;
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
const _errs19 = errors;
if(!Number.isInteger(data11) && typeof data11 !== 'bigint'){
validate23.errors = [{instancePath:instancePath+"/seq_num/" + i2,schemaPath:"#/properties/seq_num/items/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid10 = _errs19 === errors;
if(!valid10){
break;
}
}
}
}
var valid9 = _errs18 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.uid !== undefined){
let data12 = data.uid;
const _errs20 = errors;
if(!Array.isArray(data12)){
validate23.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs20){
if(Array.isArray(data12)){
var valid11 = true;
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
const _errs21 = errors;
if(typeof data12[i3] !== 'string'){
validate23.errors = [{instancePath:instancePath+"/uid/" + i3,schemaPath:"#/properties/uid/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid11 = _errs21 === errors;
if(!valid11){
break;
}
}
}
}
var valid9 = _errs20 === errors;
}
else {
var valid9 = true;
}
if(valid9){
for(const key3 in data){
if(((((((key3 !== "descriptor") && (key3 !== "seq_num")) && (key3 !== "uid")) && (key3 !== "data")) && (key3 !== "filled")) && (key3 !== "time")) && (key3 !== "timestamps")){
validate23.errors = [{instancePath,schemaPath:"#/unevaluatedProperties",keyword:"unevaluatedProperties",params:{unevaluatedProperty: key3}}];
return false;
break;
}
}
}
}
}
}
}
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const datum_page = validate24;

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="datum_page" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate24.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.datum_id === undefined) && (missing0 = "datum_id")) || ((data.datum_kwargs === undefined) && (missing0 = "datum_kwargs"))) || ((data.resource === undefined) && (missing0 = "resource"))){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!(((key0 === "datum_id") || (key0 === "datum_kwargs")) || (key0 === "resource"))){
validate24.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.datum_id !== undefined){
let data0 = data.datum_id;
const _errs1 = errors;
const _errs2 = errors;
if(!Array.isArray(data0)){
validate24.errors = [{instancePath:instancePath+"/datum_id",schemaPath:"#/$defs/DataFrameForDatumPage/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs2){
if(Array.isArray(data0)){
var valid2 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== 'string'){
validate24.errors = [{instancePath:instancePath+"/datum_id/" + i0,schemaPath:"#/$defs/DataFrameForDatumPage/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs3 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.datum_kwargs !== undefined){
let data2 = data.datum_kwargs;
const _errs4 = errors;
if(!isRecord(data2)){
validate24.errors = [{instancePath:instancePath+"/datum_kwargs",schemaPath:"#/properties/datum_kwargs/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs4){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
const _errs6 = errors;
if(!isList(data2[key1])){
validate24.errors = [{instancePath:instancePath+"/datum_kwargs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/datum_kwargs/additionalProperties/kind",keyword:"kind",params:{kind: "array"}}];
return false;
}
var valid3 = _errs6 === errors;
if(!valid3){
break;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource !== undefined){
const _errs7 = errors;
if(typeof data.resource !== 'string'){
validate24.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const stream_resource = validate25;

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="stream_resource" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate25.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.data_key === undefined) && (missing0 = "data_key")) || ((data.mimetype === undefined) && (missing0 = "mimetype"))) || ((data.parameters === undefined) && (missing0 = "parameters"))) || ((data.uid === undefined) && (missing0 = "uid"))) || ((data.uri === undefined) && (missing0 = "uri"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.data_key !== undefined){
const _errs1 = errors;
if(typeof data.data_key !== 'string'){
validate25.errors = [{instancePath:instancePath+"/data_key",schemaPath:"#/properties/data_key/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mimetype !== undefined){
const _errs2 = errors;
if(typeof data.mimetype !== 'string'){
validate25.errors = [{instancePath:instancePath+"/mimetype",schemaPath:"#/properties/mimetype/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parameters !== undefined){
const _errs3 = errors;
if(!isRecord(data.parameters)){
validate25.errors = [{instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run_start !== undefined){
const _errs5 = errors;
if(typeof data.run_start !== 'string'){
validate25.errors = [{instancePath:instancePath+"/run_start",schemaPath:"#/properties/run_start/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uid !== undefined){
const _errs6 = errors;
if(typeof data.uid !== 'string'){
validate25.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uri !== undefined){
const _errs7 = errors;
if(typeof data.uri !== 'string'){
validate25.errors = [{instancePath:instancePath+"/uri",schemaPath:"#/properties/uri/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const stream_datum = validate26;

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="stream_datum" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate26.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.descriptor === undefined) && (missing0 = "descriptor")) || ((data.indices === undefined) && (missing0 = "indices"))) || ((data.seq_nums === undefined) && (missing0 = "seq_nums"))) || ((data.stream_resource === undefined) && (missing0 = "stream_resource"))) || ((data.uid === undefined) && (missing0 = "uid"))){
validate26.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.descriptor !== undefined){
const _errs1 = errors;
if(typeof data.descriptor !== 'string'){
validate26.errors = [{instancePath:instancePath+"/descriptor",schemaPath:"#/properties/descriptor/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.indices !== undefined){
let data1 = data.indices;
const _errs2 = errors;
const _errs3 = errors;
if(!isRecord(data1)){
validate26.errors = [{instancePath:instancePath+"/indices",schemaPath:"#/$defs/StreamRange/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.start === undefined) && (missing1 = "start")) || ((data1.stop === undefined) && (missing1 = "stop"))){
validate26.errors = [{instancePath:instancePath+"/indices",schemaPath:"#/$defs/StreamRange/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.start !== undefined){
let data2 = data1.start;
const _errs4 = errors;
if(!Number.isInteger(data2) && typeof data2 !== 'bigint'){
validate26.errors = [{instancePath:instancePath+"/indices/start",schemaPath:"#/$defs/StreamRange/properties/start/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid2 = _errs4 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.stop !== undefined){
let data3 = data1.stop;
const _errs5 = errors;
if(!Number.isInteger(data3) && typeof data3 !== 'bigint'){
validate26.errors = [{instancePath:instancePath+"/indices/stop",schemaPath:"#/$defs/StreamRange/properties/stop/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seq_nums !== undefined){
let data4 = data.seq_nums;
const _errs6 = errors;
const _errs7 = errors;
if(!isRecord(data4)){
validate26.errors = [{instancePath:instancePath+"/seq_nums",schemaPath:"#/$defs/StreamRange/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs7){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if(((data4.start === undefined) && (missing2 = "start")) || ((data4.stop === undefined) && (missing2 = "stop"))){
validate26.errors = [{instancePath:instancePath+"/seq_nums",schemaPath:"#/$defs/StreamRange/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data4.start !== undefined){
let data5 = data4.start;
const _errs8 = errors;
if(!Number.isInteger(data5) && typeof data5 !== 'bigint'){
validate26.errors = [{instancePath:instancePath+"/seq_nums/start",schemaPath:"#/$defs/StreamRange/properties/start/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid4 = _errs8 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data4.stop !== undefined){
let data6 = data4.stop;
const _errs9 = errors;
if(!Number.isInteger(data6) && typeof data6 !== 'bigint'){
validate26.errors = [{instancePath:instancePath+"/seq_nums/stop",schemaPath:"#/$defs/StreamRange/properties/stop/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid4 = _errs9 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stream_resource !== undefined){
const _errs10 = errors;
if(typeof data.stream_resource !== 'string'){
validate26.errors = [{instancePath:instancePath+"/stream_resource",schemaPath:"#/properties/stream_resource/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uid !== undefined){
const _errs11 = errors;
if(typeof data.uid !== 'string'){
validate26.errors = [{instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const bulk_datum = validate27;

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="bulk_datum" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!isRecord(data)){
validate27.errors = [{instancePath,schemaPath:"#/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.datum_kwarg_list === undefined) && (missing0 = "datum_kwarg_list")) || ((data.resource === undefined) && (missing0 = "resource"))) || ((data.datum_ids === undefined) && (missing0 = "datum_ids"))){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs0 = errors;
for(const key0 in data){
if(!(((key0 === "datum_kwarg_list") || (key0 === "resource")) || (key0 === "datum_ids"))){
validate27.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs0 === errors){
if(data.datum_kwarg_list !== undefined){
let data0 = data.datum_kwarg_list;
const _errs1 = errors;
if(!Array.isArray(data0)){
validate27.errors = [{instancePath:instancePath+"/datum_kwarg_list",schemaPath:"#/properties/datum_kwarg_list/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs2 = errors;
if(!isRecord(data0[i0])){
validate27.errors = [{instancePath:instancePath+"/datum_kwarg_list/" + i0,schemaPath:"#/properties/datum_kwarg_list/items/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid1 = _errs2 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource !== undefined){
const _errs3 = errors;
if(typeof data.resource !== 'string'){
validate27.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.datum_ids !== undefined){
let data3 = data.datum_ids;
const _errs4 = errors;
if(!Array.isArray(data3)){
validate27.errors = [{instancePath:instancePath+"/datum_ids",schemaPath:"#/properties/datum_ids/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs4){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
const _errs5 = errors;
if(typeof data3[i1] !== 'string'){
validate27.errors = [{instancePath:instancePath+"/datum_ids/" + i1,schemaPath:"#/properties/datum_ids/items/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid2 = _errs5 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const bulk_events = validate28;
const pattern16 = new RegExp("^[^\\n]*\\n?$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="bulk_events" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!isRecord(data)){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
var props0 = {};
for(const key0 in data){
if(pattern16.test(key0)){
let data0 = data[key0];
const _errs3 = errors;
if(!Array.isArray(data0)){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/kind",keyword:"kind",params:{kind: "array of other values"}}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data0)){
var valid2 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(!isRecord(data1)){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if(((((((data1.uid === undefined) && (missing0 = "uid")) || ((data1.data === undefined) && (missing0 = "data"))) || ((data1.timestamps === undefined) && (missing0 = "timestamps"))) || ((data1.time === undefined) && (missing0 = "time"))) || ((data1.descriptor === undefined) && (missing0 = "descriptor"))) || ((data1.seq_num === undefined) && (missing0 = "seq_num"))){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs5 = errors;
for(const key1 in data1){
if(!(((((((key1 === "data") || (key1 === "timestamps")) || (key1 === "filled")) || (key1 === "descriptor")) || (key1 === "seq_num")) || (key1 === "time")) || (key1 === "uid"))){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs5 === errors){
if(data1.data !== undefined){
const _errs6 = errors;
if(!isRecord(data1.data)){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/data",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/data/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.timestamps !== undefined){
const _errs7 = errors;
if(!isRecord(data1.timestamps)){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/timestamps",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/timestamps/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.filled !== undefined){
const _errs8 = errors;
if(!isRecord(data1.filled)){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/filled",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/filled/kind",keyword:"kind",params:{kind: "object"}}];
return false;
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.descriptor !== undefined){
const _errs9 = errors;
if(typeof data1.descriptor !== 'string'){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/descriptor",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/descriptor/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid3 = _errs9 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.seq_num !== undefined){
let data6 = data1.seq_num;
const _errs10 = errors;
if(!Number.isInteger(data6) && typeof data6 !== 'bigint'){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/seq_num",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/seq_num/kind",keyword:"kind",params:{kind: "integer"}}];
return false;
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.time !== undefined){
let data7 = data1.time;
const _errs11 = errors;
if(typeof data7 !== 'number' && typeof data7 !== 'bigint'){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/time",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/time/kind",keyword:"kind",params:{kind: "number"}}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.uid !== undefined){
const _errs12 = errors;
if(typeof data1.uid !== 'string'){
validate28.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/uid",schemaPath:"#/then/patternProperties/%5E%5B%5E%5Cn%5D*%5Cn%3F%24/items/properties/uid/kind",keyword:"kind",params:{kind: "string"}}];
return false;
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
}
}
var valid2 = _errs4 === errors;
if(!valid2){
break;
}
}
}
}
props0[key0] = true;
}
}
}
var _valid0 = _errs2 === errors;
valid0 = _valid0;
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate28.errors = vErrors;
return false;
}
validate28.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate28.evaluated = {"dynamicProps":true,"dynamicItems":false};

/** A compiled schema; `errors` are those of the last document, the outermost last. */
export const VALIDATORS: Readonly<Record<DocumentName, CompiledValidator>> = {
  start,
  stop,
  descriptor,
  event,
  datum,
  resource,
  event_page,
  datum_page,
  stream_resource,
  stream_datum,
  bulk_datum,
  bulk_events,
};
